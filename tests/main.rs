//! Whole-program tests, in one binary so that DuckDB is linked once.
