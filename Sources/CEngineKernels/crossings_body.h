// The body of column_crossings, compiled once for each set of instructions.
//
// Before it is included, CROSSINGS names the function, and there are
//   words_of_64 compare_64(left, right)   what compares 64 levels,
//   uint32_t open_blocks(left, right, group)   which of 16 blocks may hold a crossing.

static inline bool is_above(const ordered_column *left, const ordered_column *right, int64_t row) {
  int16_t a = left->levels[row], b = right->levels[row];
  return a != b ? a > b : left->values[row] > right->values[row];
}

// What is carried from block to block.
typedef struct {
  int64_t found;
  // The block after the one looked at last, and whether left was above on the row before it.
  int64_t next_block;
  uint64_t above_before;
  bool began_above;
} progress;

// Decides equal levels by the values, and equal values by the rule.
//
// `may_keep` is whether rows of equal values may count as the row before, of which `before` is the
// first. Returns which rows are above; sets `gives_up` where that cannot be told.
static __attribute__((noinline, cold)) uint64_t settle_ties(
    const ordered_column *left, const ordered_column *right, int64_t row, uint64_t ties,
    tie_rule rule, bool may_keep, uint64_t before, uint64_t above, bool *gives_up) {
  for (; ties; ties &= ties - 1) {
    int bit = __builtin_ctzll(ties);
    double a = left->values[row + bit], b = right->values[row + bit];
    uint64_t is_above = a > b;
    if (a == b && rule != TIES_BELOW) {
      if (!may_keep) *gives_up = true;
      is_above = bit > 0 ? above >> (bit - 1) & 1 : before;
    }
    above |= is_above << bit;
  }
  return above;
}

// Looks at one block; returns whether to give up.
static inline __attribute__((always_inline)) bool search_block(
    const ordered_column *left, const ordered_column *right, int64_t block, uint64_t valid,
    uint64_t edge_rows, tie_rule ties, uint32_t *rows, progress *now) {
  int64_t row = block * 64;
  words_of_64 words = compare_64(left->levels + row, right->levels + row);
  if (__builtin_expect((words.ties & valid) != 0, 0)) {
    bool may_keep = ties == TIES_KEEP && (now->found > 0 || !now->began_above), gives_up = false;
    words.above = settle_ties(
        left, right, row, words.ties & valid, ties, may_keep, now->above_before, words.above,
        &gives_up);
    if (gives_up) return true;
  }
  uint64_t edges = (words.above ^ (words.above << 1 | now->above_before)) & valid & edge_rows;
  now->above_before = words.above >> 63;
  now->next_block = block + 1;
  // Two are always written: a jump that is guessed wrong costs more than both.
  uint64_t rest = edges & (edges - 1);
  uint32_t *place = rows + now->found;
  place[0] = (uint32_t)row + (uint32_t)__builtin_ctzll(edges | 1ull << 63);
  place[1] = (uint32_t)row + (uint32_t)__builtin_ctzll(rest | 1ull << 63);
  now->found += __builtin_popcountll(edges);
  for (rest &= rest - 1, place += 2; rest; rest &= rest - 1)
    *place++ = (uint32_t)row + (uint32_t)__builtin_ctzll(rest);
  return false;
}

int64_t CROSSINGS(
    const ordered_column *left, const ordered_column *right, int64_t first, int64_t end,
    tie_rule ties, uint32_t *rows, bool *above_at_first) {
  *above_at_first = false;
  if (first >= end) return 0;
  *above_at_first = is_above(left, right, first);
  int64_t first_block = first / 64, last_block = (end - 1) / 64;
  uint64_t first_valid = ~0ull << (first & 63), last_valid = ~0ull >> (63 - ((end - 1) & 63));
  progress now = {0, 0, 0, *above_at_first};
  // The first row is no crossing.
  if (search_block(
          left, right, first_block, first_block == last_block ? first_valid & last_valid : first_valid,
          ~(first_valid & -first_valid), ties, rows, &now))
    return -1;
  // Where there are few blocks most hold a crossing, and looking at all of them is quicker.
  if (last_block - first_block < 64) {
    for (int64_t block = first_block + 1; block < last_block; block++)
      if (search_block(left, right, block, ~0ull, ~0ull, ties, rows, &now)) return -1;
    if (last_block > first_block &&
        search_block(left, right, last_block, last_valid, ~0ull, ties, rows, &now))
      return -1;
    return now.found;
  }
  for (int64_t group = (first_block + 1) & ~15ll; group <= last_block; group += 16) {
    uint32_t open = open_blocks(left, right, group);
    if (group <= first_block) open &= ~0u << (first_block + 1 - group);
    if (last_block - group < 15) open &= (1u << (last_block - group + 1)) - 1;
    for (; open; open &= open - 1) {
      int64_t block = group + __builtin_ctz(open);
      if (block != now.next_block) now.above_before = is_above(left, right, block * 64 - 1);
      if (search_block(
              left, right, block, block == last_block ? last_valid : ~0ull, ~0ull, ties, rows, &now))
        return -1;
    }
  }
  return now.found;
}
