/* Every script of the public pages, in one file: see newsroom/static_files.py. None is needed to read. */
import "./copy-link.js";
import "./live-search.js";
import "./prefetch.js";
import "./print-page.js";
import "./reading-keys.js";
import "./reading-place.js";
import "./search-suggestions.js";
import "./share-link.js";
import "./text-size.js";
