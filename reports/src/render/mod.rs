//! Files made from the format-free page.

mod chart;
pub mod html;
mod view;
