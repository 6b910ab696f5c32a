/*
 * direction.h - along the ties or against them.
 */
#ifndef MG_DIRECTION_H
#define MG_DIRECTION_H

typedef enum Direction
{
	DIRECTION_OUT, /* along the ties: to those whom a person supports */
	DIRECTION_IN   /* against them: to those who support a person */
} Direction;

#endif
