//! `kooste diff`: what changed between two runs, figure by figure, and why.

use std::path::Path;

use kooste_transform::figures;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use serde_json::{Value as Json, json};

use super::Outcome;
use crate::cli::DiffArgs;
use crate::failure::{Exit, Failure, Phrase};
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

const CHANGES: &str = include_str!("diff.sql");

/// Changes told unless all are asked for.
const SHOWN: usize = 100;

/// Two runs, the earlier one first.
struct Span {
    from: i64,
    to: i64,
}

pub(super) fn run(arguments: &DiffArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let path = Workspace::open(folder)?.warehouse();
    let warehouse = Warehouse::open_read(&path)?;
    if warehouse.is_older()? {
        return Err(Failure::usage("failure-warehouse-older")
            .with("path", path.display().to_string())
            .hint(Phrase::new("hint-run-first")));
    }
    let span = span(arguments, &warehouse)?;
    let found = warehouse.query(CHANGES, &[Value::Int(span.from), Value::Int(span.to)])?;
    if ui.json() {
        ui.object(&json!({
            "exit_code": 0,
            "from": span.from,
            "to": span.to,
            "changes": found.rows.iter().map(|row| object(row)).collect::<Vec<_>>(),
        }));
        return Ok(Exit::Done);
    }
    let line = |key: &str, arguments: &[crate::messages::Argument<'_>]| {
        ui.data(&ui.messages().format(key, arguments));
    };
    line(
        "diff-title",
        &[
            ("from", span.from.into()),
            ("to", span.to.into()),
            ("count", found.rows.len().into()),
        ],
    );
    let shown = if ui.verbose() {
        found.rows.len()
    } else {
        SHOWN
    };
    for row in found.rows.iter().take(shown) {
        line("diff-change", &words(row, ui));
    }
    if let Some(more @ 1..) = found.rows.len().checked_sub(shown) {
        line("plan-more", &[("count", more.into())]);
    }
    Ok(Exit::Done)
}

/// The runs typed; the last one against the one before it where none is.
fn span(arguments: &DiffArgs, warehouse: &Warehouse) -> Result<Span, Failure> {
    let found = warehouse.query("SELECT max(run_id) FROM meta.run", &[])?;
    let last = found.rows.first().and_then(|row| row[0].int()).unwrap_or(0);
    let to = arguments.to.map_or(last, i64::from);
    let from = arguments.from.map_or(to - 1, i64::from).max(1);
    if last < 2 {
        return Err(Failure::usage("failure-diff-one-run").with("last", last.to_string()));
    }
    let known = 1..=last;
    if known.contains(&from) && known.contains(&to) && from <= to {
        return Ok(Span { from, to });
    }
    Err(Failure::usage("failure-diff-runs")
        .with("from", from.to_string())
        .with("to", to.to_string())
        .with("last", last.to_string()))
}

/// Address of a figure of the result.
fn address(row: &[Value]) -> String {
    let key = row[2].to_string();
    figures::address(&row[0].to_string(), &row[1].to_string(), &[key.as_str()])
}

fn words<'a>(row: &[Value], ui: &Ui) -> Vec<crate::messages::Argument<'a>> {
    let shown = |value: &Value| match value {
        Value::Null => String::from("–"),
        Value::Decimal(number) => number.normalize().to_string(),
        value => value.to_string(),
    };
    let reports = row[6].texts().join(", ");
    let cause = row[5].to_string().replace('_', "-");
    vec![
        ("address", address(row).into()),
        ("before", shown(&row[3]).into()),
        ("after", shown(&row[4]).into()),
        (
            "cause",
            ui.messages().text(&format!("diff-cause-{cause}")).into(),
        ),
        ("reports", reports.into()),
        ("run", row[7].to_string().into()),
    ]
}

fn object(row: &[Value]) -> Json {
    json!({
        "address": address(row),
        "id": figures::id_of(&address(row)),
        "before": row[3].json(),
        "after": row[4].json(),
        "cause": row[5].json(),
        "reports": row[6].json(),
        "run": row[7].json(),
    })
}
