namespace Tupa.Register;

/// <summary>Many small rows in blocks: it grows without ever copying what it holds.</summary>
internal sealed class RowList<T> where T : struct
{
    private const int Block = 1 << 16;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _blocks[index / Block][index % Block];

    public void Add(T row)
    {
        if (Count == _blocks.Count * Block) _blocks.Add(new T[Block]);
        _blocks[Count / Block][Count % Block] = row;
        Count++;
    }
}
