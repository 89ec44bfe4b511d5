// Opens pages in a headless Chromium and prints, as one line of JSON, what axe-core finds against WCAG 2.2 A and AA.
// node axe.mjs BROWSER FILE…

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...files] = process.argv.slice(2);
const looks = [
  { name: "screen", width: 1280, scheme: "light" },
  { name: "phone", width: 390, scheme: "light" },
  { name: "dark", width: 1280, scheme: "dark" },
];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const found = [];
for (const file of files) {
  for (const look of looks) {
    const page = await browser.newPage();
    await page.setViewport({ width: look.width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    if (wide) found.push({ file, look: look.name, rule: "page-wider-than-screen", nodes: [] });
    for (const violation of result.violations) {
      const nodes = violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 200));
      found.push({ file, look: look.name, rule: violation.id, help: violation.help, nodes });
    }
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify({ pages: files.length, looks: looks.length, found }));
