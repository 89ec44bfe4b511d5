//! kooste reports
