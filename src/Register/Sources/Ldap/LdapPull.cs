using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Net;
using System.Text;

namespace Tupa.Register;

/// <summary>
/// Fetches the staff from the city's directory, page by page, and asks for no more than is read. The directory is asked first how far it
/// has come; where that is where it was, nothing is fetched.
/// </summary>
internal sealed class LdapPull(LdapSettings settings) : IFeedPull
{
    private const int PageSize = 500;

    /// <summary>RFC 4511, appendix A.</summary>
    private const int InvalidCredentials = 49;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Common = ["givenName", "sn", "mail", "telephoneNumber", "mobile", "postalCode", "l"];

    private readonly Names _names = settings.Kind == LdapKind.ActiveDirectory
        ? new("objectGUID", "sAMAccountName", "streetAddress", "company", "department", ["userAccountControl", "accountExpires"])
        : new("entryUUID", "uid", "street", "o", "ou", ["nsAccountLock", "pwdAccountLockedTime", "shadowExpire"]);

    public string Format => LdapReader.Name;

    public bool IsConfigured => settings.IsConfigured;

    public DateTime DueAfter(DateTime? last) => last is { } at ? at.AddMinutes(settings.Minutes) : DateTime.MinValue;

    public Task<Pulled> PullAsync(string path, string? mark, FeedNotes notes, CancellationToken stop) => Task.Run(() => FetchAll(path, mark, notes, stop), stop);

    // The library waits on its own thread in any case; here it is one that waits for nothing else.
    private Pulled FetchAll(string path, string? mark, FeedNotes notes, CancellationToken stop)
    {
        var whole = false;
        try
        {
            using var connection = Open();

            // Asked before the people: what changes while they are fetched is fetched again next time.
            var now = Mark(connection);
            if (now is not null && now == mark) return new(PullOutcome.Unchanged, now);

            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Fetch(connection, file, stop);
            whole = true;
            return new(PullOutcome.Fetched, now);
        }
        catch (LdapException failure)
        {
            notes.Error(failure.ErrorCode == InvalidCredentials ? LdapText.WrongPassword : LdapText.NoAnswer);
        }
        catch (DirectoryOperationException)
        {
            notes.Error(LdapText.Refused);
        }
        finally
        {
            if (!whole) File.Delete(path);
        }

        return new(PullOutcome.Failed);
    }

    private LdapConnection Open()
    {
        var address = new Uri(settings.Address);
        var port = address.Port > 0 ? address.Port : address.Scheme == "ldaps" ? 636 : 389;
        var connection = new LdapConnection(new LdapDirectoryIdentifier(address.Host, port), new NetworkCredential(settings.User, settings.Password), AuthType.Basic) { Timeout = Patience };
        try
        {
            connection.SessionOptions.ProtocolVersion = 3;
            connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
            if (settings.Certificates.Length > 0 && !OperatingSystem.IsWindows())
            {
                connection.SessionOptions.TrustedCertificatesDirectory = settings.Certificates;
                connection.SessionOptions.StartNewTlsSessionContext();
            }

            if (address.Scheme == "ldaps") connection.SessionOptions.SecureSocketLayer = true;
            if (settings.StartTls) connection.SessionOptions.StartTransportLayerSecurity(null);
            connection.Bind();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How far the directory has come, with which of its servers said so; null where it does not say.</summary>
    private string? Mark(LdapConnection connection)
    {
        string[] names = settings.Kind == LdapKind.ActiveDirectory ? ["dnsHostName", "highestCommittedUSN"] : ["contextCSN"];
        var dn = settings.Kind == LdapKind.ActiveDirectory ? "" : Root(connection);
        if (dn is null || Entry(connection, dn, names) is not { } entry) return null;

        var said = names.SelectMany(n => Values(entry, n).Order(StringComparer.Ordinal)).ToList();
        var mark = $"{settings.Base} {settings.Chosen} {string.Join(' ', said)}";
        return said.Count == 0 || mark.Length > Pull.LongestMark ? null : mark;
    }

    /// <summary>The naming context that the base is in (RFC 4512, 5.1): what is replicated has its mark there.</summary>
    private string? Root(LdapConnection connection) => Entry(connection, "", "namingContexts") is { } root
        ? Values(root, "namingContexts").Where(c => settings.Base.EndsWith(c, StringComparison.OrdinalIgnoreCase)).MaxBy(c => c.Length)
        : null;

    private static SearchResultEntry? Entry(LdapConnection connection, string dn, params string[] names) =>
        connection.SendRequest(new SearchRequest(dn, "(objectClass=*)", SearchScope.Base, names), Patience) is SearchResponse { Entries.Count: 1 } answer ? answer.Entries[0] : null;

    private void Fetch(LdapConnection connection, StreamWriter file, CancellationToken stop)
    {
        var page = new PageResultRequestControl(PageSize);
        var asked = new SearchRequest(settings.Base, settings.Chosen, SearchScope.Subtree, _names.All);
        asked.Controls.Add(page);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (connection.SendRequest(asked, Patience) is not SearchResponse { ResultCode: ResultCode.Success } answer) throw new LdapException((int)ResultCode.Other);

            foreach (SearchResultEntry entry in answer.Entries) file.WriteLine(Of(entry).Write());
            if (answer.Controls.OfType<PageResultResponseControl>().FirstOrDefault() is not { Cookie.Length: > 0 } more) return;
            page.Cookie = more.Cookie;
        }
    }

    private LdapEntry Of(SearchResultEntry entry) => new()
    {
        Key = Key(entry),
        GivenName = One(entry, "givenName"),
        FamilyName = One(entry, "sn"),
        UserId = One(entry, _names.UserId),
        Mail = One(entry, "mail"),
        Phone = One(entry, "telephoneNumber") ?? One(entry, "mobile"),
        Street = One(entry, _names.Street),
        PostalCode = One(entry, "postalCode"),
        Locality = One(entry, "l"),
        Company = One(entry, _names.Company),
        Department = One(entry, _names.Department),
        Control = One(entry, "userAccountControl"),
        Expires = One(entry, "accountExpires"),
        Lock = One(entry, "nsAccountLock"),
        LockedSince = One(entry, "pwdAccountLockedTime"),
        ShadowExpires = One(entry, "shadowExpire"),
    };

    private string? Key(SearchResultEntry entry)
    {
        if (!entry.Attributes.Contains(_names.Key)) return null;

        // Sixteen bytes in Active Directory, text elsewhere.
        return settings.Kind == LdapKind.ActiveDirectory
            ? entry.Attributes[_names.Key].GetValues(typeof(byte[])).OfType<byte[]>().Where(b => b.Length == 16).Select(b => new Guid(b).ToString("D", CultureInfo.InvariantCulture)).FirstOrDefault()
            : One(entry, _names.Key);
    }

    private static string? One(SearchResultEntry entry, string name) => Values(entry, name).Select(v => v.Trim()).FirstOrDefault(v => v.Length > 0);

    private static IEnumerable<string> Values(SearchResultEntry entry, string name) =>
        entry.Attributes.Contains(name) ? entry.Attributes[name].GetValues(typeof(string)).OfType<string>() : [];

    /// <summary>What the directory calls what is read of an entry.</summary>
    private sealed record Names(string Key, string UserId, string Street, string Company, string Department, string[] Standing)
    {
        public string[] All => [Key, UserId, Street, Company, Department, .. Common, .. Standing];
    }
}
