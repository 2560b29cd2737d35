// Carries the flags of libxml2 only: none of its headers may be seen by Swift.
