namespace Tupa.Server;

/// <summary>What the terminal is set to.</summary>
internal static class Terminal
{
    /// <summary>Of LC_ALL, LC_MESSAGES and LANG the first that is set, where the house speaks it; else Finnish.</summary>
    public static string Language
    {
        get
        {
            var set = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
            var tag = set.Length >= 2 ? set[..2].ToLowerInvariant() : "";
            return Kernel.Language.IsKnown(tag) ? tag : Kernel.Language.Default;
        }
    }
}
