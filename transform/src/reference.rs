//! Reference data: municipalities by year, mergers, population, built into the command and handed in as texts.
