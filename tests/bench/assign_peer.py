# assign_peer - the same pairs as a flow of least cost, by networkx
import csv, sys, time
import networkx

name, capacity, weight = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(name, newline="") as f:
    rows = list(csv.DictReader(f))
start = time.monotonic()
cost = {}
for r in rows:
    pair = "n" + r["need"], "p" + r["person"]
    cost[pair] = min(int(r["cost"]), cost.get(pair, 1 << 40))
graph = networkx.DiGraph()
needs = {n for n, _ in cost}
graph.add_node("from", demand=-len(needs))
graph.add_node("to", demand=len(needs))
for n in needs:
    graph.add_edge("from", n, capacity=1, weight=0)
for (n, p), c in cost.items():
    graph.add_edge(n, p, capacity=1, weight=c)
# an edge for each place, as there is one between two nodes
for p in {p for _, p in cost}:
    for load in range(capacity):
        place = p, load
        graph.add_edge(p, place, capacity=1, weight=weight * (2 * load + 1))
        graph.add_edge(place, "to", capacity=1, weight=0)
total, _ = networkx.network_simplex(graph)
print("networkx: %.2f s, total %d" % (time.monotonic() - start, total))
