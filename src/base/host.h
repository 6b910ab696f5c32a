/*
 * host.h - memory, errors and interrupts for the algorithms in graph/ and math/.
 *
 * In the server src/base/host.c implements it with palloc, ereport and CHECK_FOR_INTERRUPTS; unit
 * tests and fuzzers use malloc and longjmp (test/unit/host.c). Nothing in graph/ includes
 * postgres.h.
 */
#ifndef MG_HOST_H
#define MG_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Why an algorithm fails; the host turns each into its own kind of error. */
typedef enum MgError
{
	MG_ERROR_LIMIT,     /* larger than the format or the arithmetic allows: 54000 */
	MG_ERROR_RANGE,     /* a figure that no number can hold: 22003 */
	MG_ERROR_PARAMETER, /* an argument with which there is no result: 22023 */
} MgError;

/* Memory: never NULL (raises instead), released as a whole when the host's
 * current memory context goes, or singly with mg_free. Sizes over 1 GB are
 * fine. */
extern void *mg_alloc(size_t size);
extern void *mg_alloc_zero(size_t size);
extern void *mg_realloc(void *pointer, size_t size);
extern void mg_free(void *pointer);

/*
 * Does not return. The message says what is wrong, the detail (in printf's format) what was seen,
 * the hint, which may be NULL, what to do.
 */
extern void mg_raise(MgError error, const char *message, const char *hint, const char *detail, ...)
	__attribute__((noreturn, format(printf, 4, 5)));

/* Lets the host cancel: may not return. */
extern void mg_check_interrupts(void);

/* Calls mg_check_interrupts about once in 4096 steps. */
static inline void
mg_step(uint32_t *steps)
{
	if ((++*steps & 4095) == 0)
		mg_check_interrupts();
}

/* So many steps at once. To add to a count of mg_step would mostly jump over its checks. */
static inline void
mg_steps(uint32_t *steps, uint32_t count)
{
	uint32_t before = *steps;

	*steps += count;
	if ((before ^ *steps) >> 12)
		mg_check_interrupts();
}

/* memcpy in pieces, between which the host can cancel; size may be 0 and from then NULL. */
static inline void
mg_copy(void *to, const void *from, size_t size)
{
	const size_t piece = 4 * 1024 * 1024;

	while (size > 0)
	{
		size_t now = size < piece ? size : piece;

		mg_check_interrupts();
		memcpy(to, from, now);
		to = (char *) to + now;
		from = (const char *) from + now;
		size -= now;
	}
}

/* Spreads people's numbers over 32 bits, for tables of them (Knuth's multiplicative hashing). */
static inline uint32_t
mg_hash(uint32_t number)
{
	return (number * UINT64_C(0x9E3779B97F4A7C15)) >> 32;
}

/*
 * The same for ids, which are any 64 bits. A multiplication carries upwards only, so that the upper
 * bits are brought down before each: without that, ids that end in many zero bits share few slots.
 * (The upper half of the finalizer of splitmix64, Steele, Lea and Flood 2014.)
 */
static inline uint32_t
mg_hash_id(int64_t id)
{
	uint64_t bits = id;

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
	return bits >> 32;
}

/* count * width as a size, checked. */
static inline size_t
mg_array_size(size_t count, size_t width)
{
	size_t size;

	if (__builtin_mul_overflow(count, width, &size) || size > SIZE_MAX / 2)
		mg_raise(MG_ERROR_LIMIT, "array is too large", NULL,
				 "It would have %zu elements of %zu bytes.", count, width);
	return size;
}

#define mg_alloc_array(type, count) ((type *) mg_alloc(mg_array_size((count), sizeof(type))))
#define mg_alloc_zero_array(type, count) \
	((type *) mg_alloc_zero(mg_array_size((count), sizeof(type))))
#define mg_realloc_array(pointer, type, count) \
	((type *) mg_realloc((pointer), mg_array_size((count), sizeof(type))))

#endif
