// For those at the door: what public pages use.
import './copy-text';
import './menus';
import './print-page';
