/*
 * host.h - the tests' side of the host, a check macro and a small random generator.
 */
#ifndef TEST_HOST_H
#define TEST_HOST_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

extern jmp_buf host_error;     /* where an error goes ... */
extern bool host_catches;      /* ... if this is set */
extern char host_message[256]; /* what it said */
extern char host_detail[256];
extern char host_hint[256];
extern int host_kind;              /* MgError */
extern long host_interrupt_checks; /* so far */
extern long host_cancel_after;     /* cancel at this count; -1: never */

/* Frees whatever is still allocated; gives how many blocks that was. */
extern size_t host_free_all(void);

static int failures = 0;

/* Counts and shows a failed condition; the test goes on. */
#define CHECK(condition)                                             \
	do                                                               \
	{                                                                \
		if (!(condition) && failures++ < 5)                          \
			printf("# %s:%d: %s\n", __FILE__, __LINE__, #condition); \
	} while (0)

/* Ends a test: one line for test/run.sh, and nothing may be left allocated. */
static inline void
finish(const char *name)
{
	CHECK(host_free_all() == 0);
	printf("%s - unit: %s\n", failures ? "not ok" : "ok", name);
	failures = 0;
}

static uint64_t random_state = 1;

/* splitmix64 */
static inline uint64_t
random_bits(void)
{
	uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static inline uint32_t
random_below(uint32_t n)
{
	return random_bits() % n;
}

#endif
