//! Small files, read whole; tests are named by the rule of READING.md that they show.

mod corrections;
mod evidence;
mod forms;
mod headings;
mod keyed;
mod layouts;
mod narrative;
mod periods;
mod property;
mod quantities;
mod records;
mod rows;
mod stacked;
mod units;
