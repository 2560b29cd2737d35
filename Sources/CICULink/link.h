// Carries the linker flags only: no ICU header may be seen by Swift.
