/*
 * markup.h - names inside the two languages that pictures are written in.
 */
#ifndef MG_MARKUP_H
#define MG_MARKUP_H

#include "base/compat.h"

typedef enum Markup
{
	MG_DOT, /* the text of a label in DOT, between double quotes */
	MG_XML, /* character data or an attribute in XML */
} Markup;

/*
 * Appends a name, in the server's encoding, so that it is read as what it is: no character of it
 * ends the text or has a meaning there. What XML 1.0 cannot hold (control characters other than
 * tab, line feed and carriage return; U+FFFE and U+FFFF; in a database of encoding SQL_ASCII bytes
 * that are no UTF-8) becomes U+FFFD, in both languages, as pictures end up in SVG. 54000 for a line
 * that would exceed 1 GB. O(length).
 */
extern void mg_append_markup(StringInfo out, Markup markup, const char *name, int length);

#endif
