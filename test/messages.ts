import { compileMessages } from '../bin/messages.js';

/** The dashboard's words, once before its tests. */
export default compileMessages;
