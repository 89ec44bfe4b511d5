//! Small files, read whole; tests are named by the rule of READING.md that they show.

mod corrections;
mod evidence;
mod forms;
mod headings;
mod keyed;
mod layouts;
mod property;
mod quantities;
mod rows;
mod stacked;
mod units;
