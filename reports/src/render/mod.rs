//! Files made from the format-free page.

mod cell;
mod chart;
pub mod html;
mod map;
mod view;
pub mod workbook;
