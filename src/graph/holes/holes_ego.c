/*
 * holes_ego.c - one person, the alters, and the ties among the alters.
 *
 * The formulas are in holes.c. The pairs of alters that have ties are found by looking the rows of
 * the alters up in a hash table of the alters. For one person, rows are built and summed in one
 * pass. For everybody, a pair is stored in one row only (contacts.h), so that hubs cost little, and
 * the totals of the complete rows are known beforehand; where the context has another entry for ego
 * than the network, the entry is exchanged in the total.
 *
 * Time for one ego: the rows of the alters. Memory: 64 bytes an alter and some for the hash table,
 * 24 a pair of alters with ties.
 */
#include "graph/holes/holes_ego.h"

/* ---- memory ---- */

void
mg_ego_start(Ego *ego, const HolesQuery *query)
{
	Ego fresh = {.query = query};

	*ego = fresh;
}

static void
forget_alters(Ego *ego)
{
	if (ego->alter_room == 0)
		return;
	mg_free(ego->alter);
	mg_free(ego->slot);
	mg_free(ego->filter);
	ego->alter_room = 0;
}

static void
forget_row(Ego *ego)
{
	if (ego->row_room == 0)
		return;
	mg_free(ego->row_contact);
	mg_free(ego->row_weight);
	ego->row_room = 0;
}

void
mg_ego_end(Ego *ego)
{
	forget_alters(ego);
	forget_row(ego);
	if (ego->pair_room > 0)
		mg_free(ego->pair);
}

/* Room for so many alters; the slots are a power of 2, between 2 and 4 times as many. */
static void
make_room(Ego *ego, size_t count)
{
	size_t room = ego->alter_room * 2 > count ? ego->alter_room * 2 : count;
	size_t slots = 32;

	if (count <= ego->alter_room)
		return;
	forget_alters(ego);
	while (slots < 2 * room)
		slots *= 2;
	ego->alter = mg_alloc_array(Alter, room);
	ego->slot = mg_alloc_array(AlterSlot, slots);
	ego->filter = mg_alloc_array(uint64_t, slots * 8 / 64);
	ego->alter_room = room;
}

static void
add_pair(Ego *ego, uint32_t a, uint32_t b, uint32_t how, double weight)
{
	AlterPair pair = {a, b, how, weight};

	if (ego->pairs == ego->pair_room)
	{
		size_t room = ego->pair_room * 2 + 64;

		ego->pair = ego->pair_room > 0 ? mg_realloc_array(ego->pair, AlterPair, room)
									   : mg_alloc_array(AlterPair, room);
		ego->pair_room = room;
	}
	ego->pair[ego->pairs++] = pair;
}

ContactRow
mg_ego_row(Ego *ego, const Graph *graph, uint32_t person)
{
	size_t at_most = mg_contacts_at_most(graph, person);
	ContactRow row;

	if (at_most > ego->row_room)
	{
		size_t room = ego->row_room * 2 > at_most ? ego->row_room * 2 : at_most;

		forget_row(ego);
		ego->row_contact = mg_alloc_array(uint32_t, room);
		ego->row_weight = mg_alloc_array(double, room);
		ego->row_room = room;
	}
	row.count = mg_contacts_of(graph, person, ego->row_contact, ego->row_weight, &ego->steps);
	row.contact = ego->row_contact;
	row.weight = ego->row_weight;
	return row;
}

/* ---- the alters ---- */

static inline bool
is_alter(const Ego *ego, uint32_t how)
{
	return mg_is_alter(ego->query->neighbours, how);
}

/* The same ties as the other end sees them. */
static inline uint32_t
turned(uint32_t how)
{
	return (how & MG_TIE_TO) / MG_TIE_TO * MG_TIE_FROM | (how & MG_TIE_FROM) * MG_TIE_TO;
}

static uint32_t
in_context(const Ego *ego, uint32_t person)
{
	const HolesQuery *query = ego->query;

	if (query->context == query->graph)
		return person;
	if (ego->in_context)
		return ego->in_context[person];
	return mg_graph_person(query->context, query->graph->ids[person]);
}

/* By which numbers alters go. */
static uint32_t
number_of(const Ego *ego, uint32_t person)
{
	person = in_context(ego, person);
	return ego->contacts && person != MG_NOBODY ? ego->contacts->number[person] : person;
}

static void
meet_alters(Ego *ego, uint32_t person)
{
	ContactRow row = mg_ego_row(ego, ego->query->graph, person);
	uint32_t i;

	make_room(ego, row.count);
	ego->person = in_context(ego, person);
	ego->count = ego->pairs = 0;
	ego->total = 0;
	for (i = 0; i < row.count; i++)
	{
		Alter *alter = &ego->alter[ego->count];

		mg_step(&ego->steps);
		if (!is_alter(ego, mg_contact_how(row.contact[i])))
			continue;
		alter->person = number_of(ego, row.contact[i] & MG_CONTACT);
		alter->how = mg_contact_how(row.contact[i]);
		alter->weight = row.weight[i];
		alter->indirect = alter->redundancy = 0;
		alter->total = alter->best = 0;
		alter->parent = ego->count++;
		ego->total += row.weight[i];
	}
	for (i = 0; i < ego->count; i++)
	{
		mg_step(&ego->steps);
		ego->alter[i].share = ego->alter[i].weight / ego->total;
	}
}

static void
hash_alters(Ego *ego)
{
	uint32_t slots = 32;
	uint32_t i;

	for (ego->slot_shift = 32 - 5; slots < 2 * ego->count; slots *= 2)
		ego->slot_shift--;
	for (i = 0; i < slots; i++)
	{
		mg_step(&ego->steps);
		ego->slot[i].person = MG_NOBODY;
	}
	for (i = 0; i < slots * 8 / 64; i++)
		ego->filter[i] = 0;
	for (i = 0; i < ego->count; i++)
	{
		uint32_t person = ego->alter[i].person;
		uint32_t hash = mg_ego_hash(person);
		uint32_t bit = hash >> (ego->slot_shift - 3);
		uint32_t at = hash >> ego->slot_shift;

		mg_step(&ego->steps);
		if (person == MG_NOBODY)
			continue;
		while (ego->slot[at].person != MG_NOBODY)
			at = (at + 1) & (slots - 1);
		ego->slot[at].person = person;
		ego->slot[at].place = i;
		ego->filter[bit >> 6] |= UINT64_C(1) << (bit & 63);
	}
}

/* ---- the rows of the alters ---- */

/* The total and the largest weight of a row, without ego. */
static void
sum_row(Ego *ego, Alter *alter, const ContactRow *row)
{
	uint32_t i;

	alter->total = alter->best = 0;
	for (i = 0; i < row->count; i++)
	{
		mg_step(&ego->steps);
		if ((row->contact[i] & MG_CONTACT) == ego->person)
			continue;
		if (is_alter(ego, mg_contact_how(row->contact[i])))
			alter->total += row->weight[i];
		if (row->weight[i] > alter->best)
			alter->best = row->weight[i];
	}
}

/* For one person: the pairs of an alter, each from its first end, and the totals. */
static void
read_row(Ego *ego, uint32_t a)
{
	Alter *alter = &ego->alter[a];
	ContactRow row;
	uint32_t i;

	if (alter->person == MG_NOBODY)
		return;
	row = mg_ego_row(ego, ego->query->context, alter->person);
	for (i = 0; i < row.count; i++)
	{
		uint32_t b = mg_ego_place(ego, row.contact[i] & MG_CONTACT);

		mg_step(&ego->steps);
		if (b != MG_NOBODY && b > a)
			add_pair(ego, a, b, mg_contact_how(row.contact[i]), row.weight[i]);
	}
	if (ego->query->scope == SCOPE_WHOLE)
		sum_row(ego, alter, &row);
}

/* For everybody: the pairs of an alter from the rows, in which each pair is stored once. */
static void
read_contacts(Ego *ego, uint32_t a)
{
	const Contacts *contacts = ego->contacts;
	Alter *alter = &ego->alter[a];
	uint32_t i;

	if (alter->person == MG_NOBODY)
		return;
	for (i = contacts->start[alter->person]; i < contacts->start[alter->person + 1]; i++)
	{
		uint32_t b = mg_ego_place(ego, contacts->contact[i] & MG_CONTACT);

		mg_step(&ego->steps);
		if (b != MG_NOBODY)
			add_pair(ego, a, b, mg_contact_how(contacts->contact[i]), contacts->weight[i]);
	}
	if (ego->query->scope == SCOPE_WHOLE)
	{
		alter->total = ego->totals[alter->person].total;
		alter->best = ego->totals[alter->person].best;
	}
}

/* For everybody with a context: takes ego out of the totals of the alters. */
static void
take_ego_out(Ego *ego)
{
	const Graph *context = ego->query->context;
	const Contacts *contacts = ego->contacts;
	ContactRow row = mg_ego_row(ego, context, ego->person);
	uint32_t inexact = 0;
	uint32_t i;

	for (i = 0; i < row.count; i++)
	{
		uint32_t number = contacts->number[row.contact[i] & MG_CONTACT];
		uint32_t place = mg_ego_place(ego, number);
		const RowTotals *known = &ego->totals[number];
		Alter *alter;

		mg_step(&ego->steps);
		if (place == MG_NOBODY)
			continue;
		alter = &ego->alter[place];
		if (known->best_at == contacts->number[ego->person])
			alter->best = known->second;
		if (!is_alter(ego, turned(mg_contact_how(row.contact[i]))))
			continue;
		alter->total -= row.weight[i];
		/* Too many digits are lost: to be added up again. Each row has at most one such entry. */
		if (alter->total < known->total / 16)
		{
			alter->total = -1;
			inexact++;
		}
	}
	for (i = 0; i < ego->count && inexact > 0; i++)
	{
		mg_step(&ego->steps);
		if (ego->alter[i].total >= 0)
			continue;
		row = mg_ego_row(ego, context, contacts->person[ego->alter[i].person]);
		sum_row(ego, &ego->alter[i], &row);
		inexact--;
	}
}

/* Puts ego, as the network has it, into the totals of the alters; in scope 'ego' also the pairs. */
static void
put_ego_in(Ego *ego)
{
	uint32_t i;

	for (i = 0; i < ego->count; i++)
	{
		Alter *alter = &ego->alter[i];

		mg_step(&ego->steps);
		if (is_alter(ego, turned(alter->how)))
			alter->total += alter->weight;
		if (alter->weight > alter->best)
			alter->best = alter->weight;
	}
	for (i = 0; i < ego->pairs && ego->query->scope == SCOPE_EGO; i++)
	{
		const AlterPair *pair = &ego->pair[i];
		Alter *a = &ego->alter[pair->a];
		Alter *b = &ego->alter[pair->b];

		mg_step(&ego->steps);
		if (is_alter(ego, pair->how))
			a->total += pair->weight;
		if (is_alter(ego, turned(pair->how)))
			b->total += pair->weight;
		if (pair->weight > a->best)
			a->best = pair->weight;
		if (pair->weight > b->best)
			b->best = pair->weight;
	}
}

/* ---- the sums ---- */

uint32_t
mg_ego_cluster(Ego *ego, uint32_t place)
{
	Alter *alter = ego->alter;

	while (alter[place].parent != place)
		place = alter[place].parent = alter[alter[place].parent].parent;
	return place;
}

static void
join(Ego *ego, uint32_t a, uint32_t b)
{
	if (ego->clusters == 1)
		return;
	a = mg_ego_cluster(ego, a);
	b = mg_ego_cluster(ego, b);
	if (a == b)
		return;
	if (a < b)
		ego->alter[b].parent = a;
	else
		ego->alter[a].parent = b;
	ego->clusters--;
}

static void
sum_pairs(Ego *ego)
{
	uint32_t i;

	ego->alter_ties = 0;
	ego->clusters = ego->count;
	for (i = 0; i < ego->pairs; i++)
	{
		const AlterPair *pair = &ego->pair[i];
		Alter *a = &ego->alter[pair->a];
		Alter *b = &ego->alter[pair->b];

		mg_step(&ego->steps);
		if (is_alter(ego, pair->how))
			b->indirect += a->share * (pair->weight / a->total);
		if (is_alter(ego, turned(pair->how)))
			a->indirect += b->share * (pair->weight / b->total);
		a->redundancy += b->share * (pair->weight / a->best);
		b->redundancy += a->share * (pair->weight / b->best);
		ego->alter_ties += mg_count_ties(pair->how);
		join(ego, pair->a, pair->b);
	}
}

void
mg_ego_explore(Ego *ego, uint32_t person)
{
	const HolesQuery *query = ego->query;
	bool known = query->scope == SCOPE_WHOLE && ego->contacts;
	uint32_t i;

	meet_alters(ego, person);
	if (ego->count > 0)
	{
		hash_alters(ego);
		for (i = 0; i < ego->count; i++)
			if (ego->contacts)
				read_contacts(ego, i);
			else
				read_row(ego, i);
		if (known && query->context != query->graph && ego->person != MG_NOBODY)
			take_ego_out(ego);
		if (!known || query->context != query->graph)
			put_ego_in(ego);
	}
	sum_pairs(ego);
}
