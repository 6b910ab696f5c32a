/* shim.h - see shim.c */
#ifndef SHIM_H
#define SHIM_H

extern int shim_code;
extern void shim_error(void);
extern void shim_free_all(void);

#endif
