using System.Security.Cryptography;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Four words drawn from a list of short Finnish words that a child can read and nobody is ashamed of: at least 44 bits.</summary>
internal static class CodeWords
{
    public const int Words = 4;

    private static readonly Lazy<string[]> Read = new(() =>
    {
        using var reader = new StreamReader(typeof(CodeWords).Assembly.GetManifestResourceStream("code-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    });

    public static IReadOnlyList<string> All => Read.Value;

    public static string New() => string.Join(' ', Enumerable.Range(0, Words).Select(_ => All[RandomNumberGenerator.GetInt32(All.Count)]));

    /// <summary>What was typed, as it is compared: case, extra spaces, hyphens and the dots of ä and ö do not matter.</summary>
    public static string Normal(string typed) =>
        string.Join(' ', Fold.Plain(typed).Split([' ', '-', ',', '.', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
