/*
 * picture_graphml.h - a picture in GraphML, which Gephi, yEd, igraph and NetworkX read.
 */
#ifndef MG_PICTURE_GRAPHML_H
#define MG_PICTURE_GRAPHML_H

#include "values/picture.h"

extern void mg_write_graphml(const Picture *picture, PictureLines *lines);

#endif
