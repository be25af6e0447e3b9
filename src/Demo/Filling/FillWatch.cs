namespace Tupa.Demo;

/// <summary>How far a fill has come.</summary>
/// <param name="What">The part that is being written.</param>
public readonly record struct FillStep(string What, long Done, long Of);

/// <summary>Tells about rows as they are written, now and then.</summary>
internal sealed class FillWatch(IProgress<FillStep>? progress)
{
    public void Said(string what, long done, long of) => progress?.Report(new(what, done, of));

    /// <summary>The same rows, told of as they go by.</summary>
    /// <param name="before">How many of the part went by before them.</param>
    public IEnumerable<T> Rows<T>(string what, IEnumerable<T> rows, long before, long of)
    {
        var done = before;
        foreach (var row in rows)
        {
            yield return row;
            if (++done % 2000 == 0) Said(what, done, of);
        }
    }
}
