namespace Tupa.Register;

/// <summary>Which rows are whose: four bytes a row and four a person, by counting and without sorting.</summary>
internal sealed class RowsByUser
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    public RowsByUser(int users, int rows, Func<int, int> user)
    {
        _starts = new int[users + 1];
        _rows = new int[rows];
        for (var row = 0; row < rows; row++) _starts[user(row) + 1]++;
        for (var one = 0; one < users; one++) _starts[one + 1] += _starts[one];

        var next = _starts.AsSpan(0, users).ToArray();
        for (var row = 0; row < rows; row++) _rows[next[user(row)]++] = row;
    }

    /// <summary>In the order of the file.</summary>
    public ReadOnlySpan<int> Of(int user) => _rows.AsSpan(_starts[user], _starts[user + 1] - _starts[user]);
}
