/*
 * picture_dot.h - a picture in DOT, the language of Graphviz.
 */
#ifndef MG_PICTURE_DOT_H
#define MG_PICTURE_DOT_H

#include "values/picture.h"

extern void mg_write_dot(const Picture *picture, PictureLines *lines);

#endif
