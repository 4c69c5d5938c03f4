export { listenForArrows } from './arrowKeys.js';
export { keepFocus } from './keepFocus.js';
export { listenForSearch } from './searchKey.js';
