/* Paths as text: nothing here looks at the file system, but for the working directory. */
#ifndef DJ_BASE_PATH_H
#define DJ_BASE_PATH_H
#include "base/slice.h"

/* Without ".", empty parts and the ".." that undo a part before them: "./a//b/../c" is "a/c", "." for what is left of ".". */
dj_slice dj_path_clean(dj_arena *arena, dj_slice path);
/* `path` as seen from `folder`, cleaned; itself where it begins with a slash, or folder is empty */
dj_slice dj_path_join(dj_arena *arena, dj_slice folder, dj_slice path);
/* `path`, which may be as seen from `folder` or from the root, as seen from `folder`: "/a/b" from "/a/c" is "../b". Without a
 * folder it is cleaned, and one from the root loses that. */
dj_slice dj_path_from(dj_arena *arena, dj_slice folder, dj_slice path);
dj_slice dj_path_name(dj_slice path); /* what is behind the last slash */
dj_slice dj_path_folder(dj_slice path); /* all before the last slash; empty where it has none, "/" of "/a" */
dj_slice dj_path_absolute(dj_arena *arena, dj_slice path); /* from the root, by the working directory, cleaned */
/* Whether the whole path is of the form: in a part, * stands for any letters and ? for one; the part ** for any parts or none. */
bool dj_path_matches(dj_slice path, dj_slice form);
#endif
