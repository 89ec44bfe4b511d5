//! Personal data: identity codes, e-mail addresses and telephone numbers (READING.md R30).

mod contact;
mod identity;

pub use contact::{EMAIL_MASK, PHONE_MASK, mask_contacts};
pub use identity::{IDENTITY_MASK, mask_identity, split_identity};
