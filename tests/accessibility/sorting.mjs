// Clicks the heads of the first sortable table of each page, as a reader would, under the page's own content security policy, and
// prints as one line of JSON what was seen: per page the number of buttons and the rows after each click.
// node sorting.mjs BROWSER FILE…

import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const seen = [];
for (const file of files) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const table = await page.$("table:has(thead button):has(tr.total)");
  const state = () =>
    table.evaluate((table) => ({
      sort: [...table.tHead.rows[0].cells].map((head) => head.getAttribute("aria-sort")),
      total: table.tBodies[0].rows[table.tBodies[0].rows.length - 1].classList.contains("total"),
      rows: [...table.tBodies[0].rows].filter((row) => !row.classList.contains("total")).map((row) =>
        [...row.cells].map((cell) => {
          const shown = cell.cloneNode(true);
          shown.querySelectorAll(".figure-id, .hearing").forEach((part) => part.remove());
          return shown.textContent.trim();
        })),
    }));
  const states = [await state()];
  const heads = await table.$$("thead button");
  // Down, up and back to the order of the page.
  for (let click = 0; click < 3; click += 1) {
    await heads[1].click();
    states.push(await state());
  }
  seen.push({ file, states });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(seen));
