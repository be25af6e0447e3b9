using System.DirectoryServices.Protocols;
using System.Globalization;

namespace Tupa.Register;

/// <summary>How far the house has read a directory.</summary>
/// <param name="WholeAt">When everybody was read last.</param>
/// <param name="Partly">Changes have been read since: who has gone meanwhile is seen only when everybody is read again.</param>
/// <param name="Stands">What the directory said of itself last, with where and whom it was asked; null where it says nothing of the kind.</param>
internal sealed record LdapMark(DateTime WholeAt, bool Partly, string? Stands)
{
    private const string Whole = "yyyyMMddHHmmss";
    private const int Head = 16;

    /// <summary>Between the place that was asked and how far it had come.</summary>
    private const string At = " @ ";

    /// <summary>Null where there is none, or one of another kind.</summary>
    public static LdapMark? Of(string? written) =>
        written is { Length: >= Head } && DateTime.TryParseExact(written[..14], Whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new(at, written[14] == '+', written.Length > Head ? written[Head..] : null)
            : null;

    /// <summary>In Active Directory the server and its highest update sequence number, which each server counts by itself; elsewhere the change sequence numbers of what is replicated.</summary>
    public static string? Ask(LdapConnection connection, LdapSettings settings, TimeSpan patience)
    {
        var active = settings.Kind == LdapKind.ActiveDirectory;
        string[] names = active ? ["dnsHostName", "highestCommittedUSN"] : ["contextCSN"];
        var dn = active ? "" : Root(connection, settings, patience);
        if (dn is null || Entry(connection, patience, dn, names) is not { } entry) return null;

        var said = names.Select(n => LdapPull.Values(entry, n).Order(StringComparer.Ordinal).ToList()).ToList();
        if (said[^1].Count == 0) return null;

        var place = $"{settings.Base} {settings.Chosen} {(active ? string.Join(' ', said[0]) : "")}";
        var stands = $"{place}{At}{string.Join(' ', said[^1])}";
        return stands.Length > Pull.LongestMark - Head ? null : stands;
    }

    /// <summary>Nothing has changed there since.</summary>
    public bool Says(string? stands) => Stands is not null && Stands == stands;

    /// <summary>The same place is asked for the same people, and counts as it did; one that says nothing of itself is only read as a whole.</summary>
    public bool IsOf(string? stands) => (Stands is null && stands is null) || (Stands is { } before && stands is { } now && Place(before) == Place(now));

    /// <summary>As a filter, those that have changed since; null where the directory does not say how far it had come.</summary>
    public string? Since(LdapSettings settings)
    {
        if (Stands is null) return null;

        var said = Stands[(Stands.LastIndexOf(At, StringComparison.Ordinal) + At.Length)..];
        if (settings.Kind == LdapKind.ActiveDirectory) return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"(uSNChanged>={number + 1})" : null;

        // Whole seconds (RFC 4517, 3.3.13), and of several servers the one that is farthest behind: what is fetched twice does no harm.
        return said.Length >= 14 ? $"(modifyTimestamp>={said.Split(' ').Min(StringComparer.Ordinal)![..14]}Z)" : null;
    }

    public override string ToString() => $"{WholeAt.ToString(Whole, CultureInfo.InvariantCulture)}{(Partly ? '+' : '=')} {Stands}";

    private static string Place(string stands) => stands[..stands.LastIndexOf(At, StringComparison.Ordinal)];

    /// <summary>The naming context that the base is in (RFC 4512, 5.1): what is replicated has its mark there.</summary>
    private static string? Root(LdapConnection connection, LdapSettings settings, TimeSpan patience) => Entry(connection, patience, "", "namingContexts") is { } root
        ? LdapPull.Values(root, "namingContexts").Where(c => settings.Base.EndsWith(c, StringComparison.OrdinalIgnoreCase)).MaxBy(c => c.Length)
        : null;

    private static SearchResultEntry? Entry(LdapConnection connection, TimeSpan patience, string dn, params string[] names) =>
        connection.SendRequest(new SearchRequest(dn, "(objectClass=*)", SearchScope.Base, names), patience) is SearchResponse { Entries.Count: 1 } answer ? answer.Entries[0] : null;
}
