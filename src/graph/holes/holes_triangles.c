/*
 * holes_triangles.c - Burt's measures of everybody from the triangles of the network.
 *
 * All sums over two steps that the measures need run over triangles: with weights z, totals
 * S_a = sum of z_ab, largest weights M_a and a triangle a, b, c,
 *
 *	 constraint of a by b	  gets z_ac z_cb / (S_a S_c), which but for S_a is the same the other
 *							  way round, so that one sum a pair of contacts is enough;
 *	 redundancy of b to a	  gets z_ac z_cb / (S_a M_b), so that another sum of z_ac z_cb is;
 *	 ties among a's alters	  the ties between b and c;
 *	 clusters of a			  b and c come together: a union-find with a place for each alter of
 *							  each person.
 *
 * Each triangle is found once (graph/core/triangles.h) and serves its three corners.
 *
 * Time: O(ties ^ 1.5) at most. Memory: 44 bytes a tie, later 36, and 68 a person: sums for each
 * pair are what saves us from walking each triangle six times.
 */
#include "graph/holes/holes_triangles.h"

#include "graph/core/triangles.h"

#include <math.h>

/* Within these limits no product of the sums below leaves the range of double. */
#define SMALLEST_WEIGHT 0x1p-400

/* A person. */
typedef struct Corner
{
	double per_total; /* 1 / S */
	double per_best;  /* 1 / M */
	uint64_t alter_ties;
	uint32_t alters;
	uint32_t clusters;
} Corner;

/* A pair of contacts. A place in the union-find is twice the link, plus 1 for the larger end. */
typedef struct Link
{
	double weight;
	double indirect;    /* sum of z_ac z_cb / S_c */
	double shared;      /* sum of z_ac z_cb */
	uint32_t parent[2]; /* of the larger end as alter of the smaller one, and vice versa */
} Link;

/* People are meant by their numbers in contacts. */
typedef struct Mesh
{
	Contacts contacts;
	Corner *corner; /* [people] */
	Link *link;     /* of the entries of contacts */
} Mesh;

/* ---- making the mesh ---- */

/* false if the weights are too far apart; the mesh is to be freed even so. */
static bool
make_mesh(const Graph *graph, Mesh *mesh)
{
	Contacts *contacts = &mesh->contacts;
	double smallest = 1;
	uint32_t steps = 0;
	uint32_t u;
	uint32_t i;

	mg_contacts_start(graph, contacts);
	mesh->corner = mg_alloc_array(Corner, contacts->people);
	for (u = 0; u < contacts->people; u++)
	{
		ContactRow row = mg_contacts_add(contacts);
		double total = 0;
		double best = 0;

		mg_step(&steps);
		for (i = 0; i < row.count; i++)
		{
			mg_step(&steps);
			total += row.weight[i];
			best = row.weight[i] > best ? row.weight[i] : best;
			smallest = row.weight[i] < smallest ? row.weight[i] : smallest;
		}
		mesh->corner[u] = (Corner){1 / total, 1 / best, 0, row.count, row.count};
	}
	mg_contacts_stop(contacts);
	mesh->link = mg_alloc_array(Link, contacts->start[contacts->people]);
	for (i = 0; i < contacts->start[contacts->people]; i++)
	{
		mg_step(&steps);
		mesh->link[i] = (Link){contacts->weight[i], 0, 0, {2 * i, 2 * i + 1}};
	}
	mg_free(contacts->weight);
	contacts->weight = NULL;
	mg_check_interrupts();
	return smallest >= SMALLEST_WEIGHT;
}

static void
free_mesh(Mesh *mesh)
{
	mg_contacts_free(&mesh->contacts);
	mg_free(mesh->corner);
	/* To give back hundreds of megabytes takes its time. */
	mg_check_interrupts();
	mg_free(mesh->link);
	mg_check_interrupts();
}

/* ---- the triangles ---- */

static inline uint32_t *
parent_of(Mesh *mesh, uint32_t place)
{
	return &mesh->link[place >> 1].parent[place & 1];
}

static inline uint32_t
root_of(Mesh *mesh, uint32_t place)
{
	uint32_t *parent = parent_of(mesh, place);

	while (*parent != place)
	{
		place = *parent = *parent_of(mesh, *parent);
		parent = parent_of(mesh, place);
	}
	return place;
}

/* Two alters of a person are tied to one another. */
static inline void
join(Mesh *mesh, Corner *corner, uint32_t a, uint32_t b)
{
	if (corner->clusters == 1)
		return;
	a = root_of(mesh, a);
	b = root_of(mesh, b);
	if (a == b)
		return;
	if (a < b)
		*parent_of(mesh, b) = a;
	else
		*parent_of(mesh, a) = b;
	corner->clusters--;
}

/* From one person of a tie to the other through a third person. */
static inline void
add_path(Link *link, double product, const Corner *by)
{
	link->shared += product;
	link->indirect += product * by->per_total;
}

/* Credits a triangle to its corners. */
static inline void
credit(void *state, Triangle t)
{
	Mesh *mesh = state;
	const uint32_t *contact = mesh->contacts.contact;
	Corner *at_u = &mesh->corner[t.u];
	Corner *at_v = &mesh->corner[t.v];
	Corner *at_w = &mesh->corner[t.w];
	double z_uv = mesh->link[t.uv].weight;
	double z_uw = mesh->link[t.uw].weight;
	double z_vw = mesh->link[t.vw].weight;

	add_path(&mesh->link[t.uv], z_uw * z_vw, at_w);
	add_path(&mesh->link[t.uw], z_uv * z_vw, at_v);
	add_path(&mesh->link[t.vw], z_uv * z_uw, at_u);
	at_u->alter_ties += mg_count_ties(mg_contact_how(contact[t.vw]));
	at_v->alter_ties += mg_count_ties(mg_contact_how(contact[t.uw]));
	at_w->alter_ties += mg_count_ties(mg_contact_how(contact[t.uv]));
	join(mesh, at_u, 2 * t.uv, 2 * t.uw);
	join(mesh, at_v, 2 * t.uv + 1, 2 * t.vw);
	join(mesh, at_w, 2 * t.uw + 1, 2 * t.vw + 1);
}

/* ---- the figures ---- */

/* Sums over the alters of a person. */
typedef struct Sums
{
	double effective_size;
	double constraint; /* of c, the constraint by one of them */
	double entropy;    /* of c ln c */
} Sums;

static inline void
add_alter(Sums *sums, const Corner *corner, const Corner *alter, const Link *link)
{
	double share = (link->weight + link->indirect) * corner->per_total;
	double c = share * share;

	sums->effective_size += 1 - link->shared * corner->per_total * alter->per_best;
	sums->constraint += c;
	sums->entropy += c * log(c);
}

static void
read_figures(const Mesh *mesh, HolesFigures *figures)
{
	const Contacts *contacts = &mesh->contacts;
	const Corner *corner = mesh->corner;
	Sums *sums = mg_alloc_array(Sums, contacts->people);
	uint32_t steps = 0;
	uint32_t u;
	uint32_t i;

	for (u = 0; u < contacts->people; u++)
	{
		mg_step(&steps);
		sums[u] = (Sums){0, 0, 0};
	}
	for (u = 0; u < contacts->people; u++)
	{
		mg_step(&steps);
		for (i = contacts->start[u]; i < contacts->start[u + 1]; i++)
		{
			uint32_t v = contacts->contact[i] & MG_CONTACT;

			mg_step(&steps);
			add_alter(&sums[u], &corner[u], &corner[v], &mesh->link[i]);
			add_alter(&sums[v], &corner[v], &corner[u], &mesh->link[i]);
		}
	}
	for (u = 0; u < contacts->people; u++)
	{
		HolesFigures *of = &figures[contacts->person[u]];

		mg_step(&steps);
		of->alters = corner[u].alters;
		of->clusters = corner[u].clusters;
		of->alter_ties = corner[u].alter_ties;
		of->effective_size = sums[u].effective_size;
		of->constraint = sums[u].constraint;
		mg_holes_finish(of, sums[u].entropy);
	}
	mg_free(sums);
}

bool
mg_holes_by_triangles(const Graph *graph, HolesFigures *figures)
{
	Mesh mesh;
	bool even = make_mesh(graph, &mesh);

	if (even)
	{
		mg_walk_triangles(&mesh.contacts, credit, &mesh);
		read_figures(&mesh, figures);
	}
	free_mesh(&mesh);
	return even;
}
