namespace Tupa.Tests;

/// <summary>Holds what the house says to a file, so that a change is read in review.</summary>
public static class Snapshot
{
    /// <summary>Fails with what came and what went; TUPA_ACCEPT=1 writes the file instead.</summary>
    public static void Same(string file, string now)
    {
        now = now.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("TUPA_ACCEPT") == "1")
        {
            File.WriteAllText(file, now);
            return;
        }

        var was = File.Exists(file) ? File.ReadAllText(file) : "";
        if (was == now) return;

        var (before, after) = (was.Split('\n'), now.Split('\n'));
        var changes = before.Except(after, StringComparer.Ordinal).Select(l => $"- {l}").Concat(after.Except(before, StringComparer.Ordinal).Select(l => $"+ {l}"));
        Assert.Fail($"{Path.GetFileName(file)} is not what the house says now:\n{string.Join('\n', changes)}\nIf that is meant, run the test with TUPA_ACCEPT=1 and commit the file.");
    }
}
