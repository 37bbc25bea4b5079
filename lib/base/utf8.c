/* utf8 - RFC 3629, what is hidden, what is the same letter */
#include "sp/utf8.h"

#include <stdlib.h>
#include <string.h>

struct range {
	uint32_t first, last;
};

static bool
within(const struct range *ranges, size_t n, uint32_t c)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && c >= ranges[low].first;
}

/* Bytes that follow a first byte and what its bits are; 0: no first byte. */
static int
following(unsigned char c)
{
	return c < 0xc2 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : c < 0xf5 ? 3 : 0;
}

/* One character at s of at most length bytes; its size, or 0 if none. */
static size_t
decode(const unsigned char *s, size_t length, uint32_t *c)
{
	int more = following(s[0]);

	*c = s[0];
	if (s[0] < 0x80)
		return 1;
	if (more == 0 || (size_t)more >= length)
		return 0;
	*c &= 0x3fu >> more;
	for (int i = 1; i <= more; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (s[i] & 0x3f);
	}
	if ((more == 2 && (*c < 0x800 || (*c >= 0xd800 && *c < 0xe000))) ||
	    (more == 3 && (*c < 0x10000 || *c > 0x10ffff)))
		return 0;
	return (size_t)more + 1;
}

/* Moves past ASCII without NUL, eight bytes at a time. */
static const unsigned char *
skip_ascii(const unsigned char *at, const unsigned char *end)
{
	uint64_t eight;

	while (end - at >= 8) {
		memcpy(&eight, at, 8);
		/* a bit 7 that is set, or that a byte 0 borrows */
		if ((eight | (eight - 0x0101010101010101)) & 0x8080808080808080)
			break;
		at += 8;
	}
	return at;
}

bool
sp_utf8_ascii(const char *s, size_t length)
{
	const unsigned char *at = (const unsigned char *)s;
	const unsigned char *end = at + length;

	for (at = skip_ascii(at, end); at < end; at++)
		if (*at == 0 || *at >= 0x80)
			return false;
	return true;
}

bool
sp_utf8_valid(const char *s, size_t length)
{
	const unsigned char *at = (const unsigned char *)s;
	const unsigned char *end = at + length;
	uint32_t c;
	size_t size;

	while ((at = skip_ascii(at, end)) < end) {
		size = *at == 0 ? 0 : decode(at, (size_t)(end - at), &c);
		if (size == 0)
			return false;
		at += size;
	}
	return true;
}

uint32_t
sp_utf8_next(const char **s)
{
	uint32_t c;
	size_t size = decode((const unsigned char *)*s, strnlen(*s, 4), &c);

	if (c != 0)
		*s += size > 0 ? size : 1;
	return c;
}

void
sp_utf8_put(struct sp_text *out, uint32_t c)
{
	if (c < 0x80) {
		sp_text_addc(out, (char)c);
		return;
	}
	if (c < 0x800) {
		sp_text_addc(out, (char)(0xc0 | c >> 6));
	} else {
		if (c < 0x10000) {
			sp_text_addc(out, (char)(0xe0 | c >> 12));
		} else {
			sp_text_addc(out, (char)(0xf0 | c >> 18));
			sp_text_addc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		}
		sp_text_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	sp_text_addc(out, (char)(0x80 | (c & 0x3f)));
}

/* 0x80 to 0x9f; 0: no meaning. Source: the WHATWG Encoding Standard's index
 * windows-1252, without its control characters. */
static const uint16_t windows[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026,
	0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
	0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
	0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178 };

bool
sp_utf8_from_1252(struct sp_text *out, const char *s, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)s[i];
		uint32_t character =
		    c >= 0x80 && c < 0xa0 ? windows[c - 0x80] : c;
		if (character == 0)
			return false;
		sp_utf8_put(out, character);
	}
	return true;
}

/* What steers a terminal or hides: controls, zero width, direction. */
static const struct range hidden[] = {
	{ 0x0001, 0x001f },
	{ 0x007f, 0x009f },
	{ 0x00ad, 0x00ad },
	{ 0x061c, 0x061c },
	{ 0x200b, 0x200f },
	{ 0x2028, 0x202e },
	{ 0x2060, 0x206f },
	{ 0xfeff, 0xfeff },
	{ 0xfff9, 0xfffb },
	{ 0xe0000, 0xe007f },
};

void
sp_utf8_visible(struct sp_text *out, const char *s)
{
	uint32_t c;

	while ((c = sp_utf8_next(&s)) != 0) {
		if (c == '\n')
			sp_text_add(out, "\\n");
		else if (c == '\t')
			sp_text_add(out, "\\t");
		else if (!within(hidden, sizeof(hidden) / sizeof(*hidden), c))
			sp_utf8_put(out, c);
		else if (c < 0x100)
			sp_text_addf(out, "\\x%02X", (unsigned)c);
		else
			sp_text_addf(out, "\\u%04X", (unsigned)c);
	}
}

char *
sp_utf8_visible_line(const char **at)
{
	struct sp_text visible = { 0 };
	size_t length;
	char *line;

	if (*at == NULL)
		return NULL;
	length = strcspn(*at, "\n");
	line = sp_strndup(*at, length);
	*at = (*at)[length] == '\0' ? NULL : *at + length + 1;
	sp_text_clear(&visible);
	sp_utf8_visible(&visible, line);
	free(line);
	return visible.s;
}

void
sp_utf8_visible_lines(struct sp_text *out, const char *s, size_t indent)
{
	char *line;

	sp_text_addn(out, "", 0);
	while ((line = sp_utf8_visible_line(&s)) != NULL) {
		sp_text_add(out, line);
		if (s != NULL)
			sp_text_addf(out, "\n%*s", (int)indent, "");
		free(line);
	}
}

void
sp_utf8_visible_block(struct sp_text *out, size_t indent, const char *s)
{
	if (s == NULL)
		return;
	sp_text_addf(out, "%*s", (int)indent, "");
	sp_utf8_visible_lines(out, s, indent);
	sp_text_addc(out, '\n');
}

/* The plain letter of U+00C0 to U+017F; `?` where there is none or two. */
static const char plain[] = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiii"
			    "dnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
			    "gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooo"
			    "oo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* Letters that become two, or stand elsewhere. */
static const struct {
	uint32_t letter;
	const char *plain;
} others[] = {
	{ 0x00c6, "ae" },
	{ 0x00de, "th" },
	{ 0x00df, "ss" },
	{ 0x00e6, "ae" },
	{ 0x00fe, "th" },
	{ 0x0132, "ij" },
	{ 0x0133, "ij" },
	{ 0x0152, "oe" },
	{ 0x0153, "oe" },
	{ 0x0218, "s" },
	{ 0x0219, "s" },
	{ 0x021a, "t" },
	{ 0x021b, "t" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
};

static void
fold_letter(struct sp_text *out, uint32_t c)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (others[i].letter == c) {
			sp_text_add(out, others[i].plain);
			return;
		}
	if (c >= 0xc0 && c < 0x180 && plain[c - 0xc0] != '?')
		c = (unsigned char)plain[c - 0xc0];
	else if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
		c += 32; /* Greek and Cyrillic capitals */
	else if (c >= 0x400 && c < 0x410)
		c += 80;
	sp_utf8_put(out, c);
}

/* Up to the next letter beyond ASCII; capitals become small. */
static const char *
fold_ascii(struct sp_text *out, const char *s, const char *end)
{
	const char *at = (const char *)skip_ascii((const unsigned char *)s,
	    (const unsigned char *)end);
	size_t before = out->length;

	while (at < end && (unsigned char)*at < 0x80)
		at++;
	sp_text_addn(out, s, (size_t)(at - s));
	for (; before < out->length; before++)
		if (out->s[before] >= 'A' && out->s[before] <= 'Z')
			out->s[before] += 32;
	return at;
}

void
sp_utf8_fold(struct sp_text *out, const char *s)
{
	const char *end = s + strlen(s);
	uint32_t c;

	sp_text_addn(out, "", 0);
	while ((s = fold_ascii(out, s, end)) < end) {
		c = sp_utf8_next(&s);
		if (!(c >= 0x300 && c < 0x370))
			fold_letter(out, c);
	}
}

size_t
sp_utf8_fit(const char *s, size_t limit)
{
	size_t length = strnlen(s, limit + 1);

	if (length <= limit)
		return length;
	length = limit;
	while (length > 0 && ((unsigned char)s[length] & 0xc0) == 0x80)
		length--;
	return length;
}
