import Instrumentation

/// Elements in the order of their moments: a binary heap.
struct DueQueue<Element> {
  private var heap: [(moment: Moment, element: Element)] = []

  var isEmpty: Bool { heap.isEmpty }
  var count: Int { heap.count }
  var next: (moment: Moment, element: Element)? { heap.first }

  mutating func insert(_ element: Element, at moment: Moment) {
    heap.append((moment, element))
    var child = heap.count - 1
    while child > 0, heap[child].moment < heap[(child - 1) / 2].moment {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Element? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.element }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].moment < heap[least].moment { least = child }
      }
      if least == parent { return first.element }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  /// Takes out what is chosen; the rest keeps its moments. Costs as much as building the queue anew.
  mutating func remove(where isChosen: (Element) -> Bool) -> [Element] {
    let chosen = heap.filter { isChosen($0.element) }
    if chosen.isEmpty { return [] }
    let rest = heap.filter { !isChosen($0.element) }
    heap = []
    for (moment, element) in rest { insert(element, at: moment) }
    return chosen.map(\.element)
  }

  /// The first element if its moment has come.
  mutating func popDue(_ now: Moment) -> Element? {
    guard let next, next.moment <= now else { return nil }
    return popFirst()
  }
}
