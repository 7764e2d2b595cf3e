/// The commit that the tool was built from, as git names it; empty where that is not known.
extern const char *const handbook_commit;
