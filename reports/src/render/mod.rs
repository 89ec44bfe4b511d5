//! Files made from the format-free page.

mod cell;
mod chart;
mod course;
pub mod html;
mod map;
#[cfg(feature = "pdf")]
pub mod pdf;
mod view;
pub mod workbook;
