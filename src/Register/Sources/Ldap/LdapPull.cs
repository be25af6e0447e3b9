using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Net;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Fetches the staff from the city's directory, page by page, and asks for no more than is read. Each minute the directory is asked how far
/// it has come; where it has gone on, those that have changed since are fetched, so that whoever is disabled there is cut off here within the
/// minute. Everybody is fetched anew from time to time: who is gone, or has moved out of sight, is in no list of changes.
/// </summary>
internal sealed class LdapPull(LdapSettings settings, Outbound outbound, TimeProvider clock) : IFeedPull
{
    private const int PageSize = 500;

    /// <summary>RFC 4511, appendix A.</summary>
    private const int InvalidCredentials = 49;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A little less than the minute of the job, so that no turn is missed.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(50);

    private static readonly string[] Common = ["givenName", "sn", "mail", "telephoneNumber", "mobile", "postalCode", "l"];

    private readonly Names _names = settings.Kind == LdapKind.ActiveDirectory
        ? new("objectGUID", "sAMAccountName", "streetAddress", "company", "department", ["userAccountControl", "accountExpires"])
        : new("entryUUID", "uid", "street", "o", "ou", ["nsAccountLock", "pwdAccountLockedTime", "shadowExpire"]);

    public string Format => LdapReader.Name;

    public bool IsConfigured => settings.IsConfigured;

    public DateTime DueAfter(DateTime? last, bool failed) => last is { } at ? failed ? at.AddMinutes(settings.Minutes) : at + Between : DateTime.MinValue;

    public Task<Pulled> PullAsync(string path, string? mark, FeedNotes notes, CancellationToken stop) => Task.Run(() => FetchAll(path, mark, notes, stop), stop);

    // The library waits on its own thread in any case; here it is one that waits for nothing else.
    private Pulled FetchAll(string path, string? mark, FeedNotes notes, CancellationToken stop)
    {
        var whole = false;
        try
        {
            using var connection = Open();

            // Asked before the people: what changes while they are fetched is fetched again next time.
            var (now, before) = (clock.UtcNow(), LdapMark.Of(mark));
            var stands = LdapMark.Ask(connection, settings, Patience);
            var due = before is null || now - before.WholeAt >= TimeSpan.FromMinutes(settings.Minutes);
            var all = due || !before!.IsOf(stands);
            if (before is not null && before.Says(stands) && !(due && before.Partly)) return new(PullOutcome.Unchanged, mark);
            if (!all && before!.Since(settings) is null) return new(PullOutcome.Unchanged, mark);

            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (!all) file.WriteLine(LdapReader.Changes);
            var count = Fetch(connection, all ? settings.Chosen : $"(&{settings.Chosen}{before!.Since(settings)})", file, stop);
            whole = all || count > 0;
            return whole ? new(PullOutcome.Fetched, new LdapMark(all ? now : before!.WholeAt, !all, stands).ToString()) : new(PullOutcome.Unchanged, mark);
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
        outbound.Going(address.IdnHost);
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

    /// <returns>How many it was.</returns>
    private int Fetch(LdapConnection connection, string filter, StreamWriter file, CancellationToken stop)
    {
        var (page, count) = (new PageResultRequestControl(PageSize), 0);
        var asked = new SearchRequest(settings.Base, filter, SearchScope.Subtree, _names.All);
        asked.Controls.Add(page);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (connection.SendRequest(asked, Patience) is not SearchResponse { ResultCode: ResultCode.Success } answer) throw new LdapException((int)ResultCode.Other);

            foreach (SearchResultEntry entry in answer.Entries) file.WriteLine(Of(entry).Write());
            count += answer.Entries.Count;
            if (answer.Controls.OfType<PageResultResponseControl>().FirstOrDefault() is not { Cookie.Length: > 0 } more) return count;
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

    internal static IEnumerable<string> Values(SearchResultEntry entry, string name) =>
        entry.Attributes.Contains(name) ? entry.Attributes[name].GetValues(typeof(string)).OfType<string>() : [];

    /// <summary>What the directory calls what is read of an entry.</summary>
    private sealed record Names(string Key, string UserId, string Street, string Company, string Department, string[] Standing)
    {
        public string[] All => [Key, UserId, Street, Company, Department, .. Common, .. Standing];
    }
}
