/*
 * host.c - the unit tests' answers to src/base/host.h: malloc, an error that jumps back to the
 * test, and a count of interrupt checks. Everything still allocated after an error is freed, as a
 * memory context would.
 */
#include "host.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/host.h"

typedef struct Block
{
	struct Block *before;
	struct Block *after;
	size_t size;
	max_align_t data[];
} Block;

static Block blocks = {&blocks, &blocks, 0};

jmp_buf host_error;
bool host_catches = false;
char host_message[256];
char host_detail[256];
char host_hint[256];
int host_kind;
long host_interrupt_checks = 0;
long host_cancel_after = -1;

static void
link_block(Block *block)
{
	block->before = &blocks;
	block->after = blocks.after;
	blocks.after->before = block;
	blocks.after = block;
}

static void
unlink_block(Block *block)
{
	block->before->after = block->after;
	block->after->before = block->before;
}

void *
mg_alloc(size_t size)
{
	Block *block = malloc(sizeof(Block) + size);

	block->size = size;
	memset(block->data, 0x7f, size);
	link_block(block);
	return block->data;
}

void *
mg_alloc_zero(size_t size)
{
	return memset(mg_alloc(size), 0, size);
}

void
mg_free(void *pointer)
{
	Block *block = (Block *) ((char *) pointer - offsetof(Block, data));

	unlink_block(block);
	free(block);
}

void *
mg_realloc(void *pointer, size_t size)
{
	Block *block = (Block *) ((char *) pointer - offsetof(Block, data));
	void *moved = mg_alloc(size);

	memcpy(moved, pointer, block->size < size ? block->size : size);
	mg_free(pointer);
	return moved;
}

static void
jump(void)
{
	if (!host_catches)
	{
		fprintf(stderr, "unexpected error: %s\n", host_message);
		abort();
	}
	longjmp(host_error, 1);
}

void
mg_raise(MgError error, const char *message, const char *hint, const char *detail, ...)
{
	va_list arguments;

	va_start(arguments, detail);
	vsnprintf(host_detail, sizeof(host_detail), detail, arguments);
	va_end(arguments);
	snprintf(host_message, sizeof(host_message), "%s", message);
	snprintf(host_hint, sizeof(host_hint), "%s", hint ? hint : "");
	host_kind = error;
	jump();
	abort();
}

void
mg_check_interrupts(void)
{
	host_interrupt_checks++;
	if (host_cancel_after >= 0 && host_interrupt_checks > host_cancel_after)
	{
		strcpy(host_message, "cancelled");
		jump();
	}
}

size_t
host_free_all(void)
{
	size_t count = 0;

	while (blocks.after != &blocks)
	{
		mg_free(blocks.after->data);
		count++;
	}
	return count;
}
