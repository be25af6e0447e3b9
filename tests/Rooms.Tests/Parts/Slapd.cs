using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Net;

namespace Tupa.Tests;

/// <summary>A real slapd of the test's own, on a free port of 127.0.0.1 and in its own folder. It knows the words of OpenLDAP and of Active Directory.</summary>
public sealed class Slapd : IAsyncDisposable
{
    public const string Base = "ou=henkilosto,dc=kuusisalmi,dc=example";
    public const string Admin = "cn=admin,dc=kuusisalmi,dc=example";
    public const string Password = "lukee-kaiken";

    private readonly string _folder = Directory.CreateTempSubdirectory("tupa-slapd-").FullName;
    private readonly int _port = PostgresPart.FreePort();
    private Process? _process;

    public string Address => $"ldap://127.0.0.1:{_port}";

    public Dictionary<string, string?> Settings() => new()
    {
        ["Tupa:Sources:Ldap:Address"] = Address,
        ["Tupa:Sources:Ldap:Kind"] = "InetOrgPerson",
        ["Tupa:Sources:Ldap:Base"] = Base,
        ["Tupa:Sources:Ldap:User"] = Admin,
        ["Tupa:Sources:Ldap:Password"] = Password,
    };

    public static async Task<Slapd> StartAsync()
    {
        var slapd = new Slapd();
        Directory.CreateDirectory(Path.Combine(slapd._folder, "db"));
        await File.WriteAllTextAsync(Path.Combine(slapd._folder, "slapd.conf"),
            $"""
             include /etc/ldap/schema/core.schema
             include /etc/ldap/schema/cosine.schema
             include /etc/ldap/schema/nis.schema
             include /etc/ldap/schema/inetorgperson.schema
             include /etc/ldap/schema/msuser.schema
             modulepath /usr/lib/ldap
             moduleload back_mdb
             moduleload syncprov
             database mdb
             suffix "dc=kuusisalmi,dc=example"
             rootdn "{Admin}"
             rootpw {Password}
             directory {slapd._folder}/db
             maxsize 67108864
             dbnosync
             overlay syncprov

             """);
        await slapd.ResumeAsync();
        slapd.Do(new AddRequest("dc=kuusisalmi,dc=example", new DirectoryAttribute("objectClass", "dcObject", "organization"), new("dc", "kuusisalmi"), new("o", "Kuusisalmen kaupunki")));
        slapd.Do(new AddRequest(Base, new DirectoryAttribute("objectClass", "organizationalUnit"), new("ou", "henkilosto")));
        return slapd;
    }

    /// <summary>Starts it, again after <see cref="KillAsync"/>.</summary>
    public async Task ResumeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/slapd", ["-h", Address, "-f", Path.Combine(_folder, "slapd.conf"), "-d", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tried = 0; tried < 200; tried++)
        {
            try
            {
                using var connection = Open();
                return;
            }
            catch (LdapException failure)
            {
                if (_process.HasExited) throw new InvalidOperationException($"slapd ended with {_process.ExitCode}", failure);
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("slapd does not answer");
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>One of the staff, as OpenLDAP has them.</summary>
    public void Add(string uid, string given, string family, params (string Name, string Value)[] more) => Do(new AddRequest(
        $"uid={uid},{Base}",
        [
            new("objectClass", "inetOrgPerson", "shadowAccount"), new("uid", uid), new("givenName", given), new("sn", family), new("cn", $"{given} {family}"), .. more.Select(m => new DirectoryAttribute(m.Name, m.Value)),
        ]));

    public void Set(string uid, string name, params string[] values) =>
        Do(new ModifyRequest($"uid={uid},{Base}", values.Length == 0 ? DirectoryAttributeOperation.Delete : DirectoryAttributeOperation.Replace, name, [.. values]));

    public void Remove(string uid) => Do(new DeleteRequest($"uid={uid},{Base}"));

    public void Do(params DirectoryRequest[] requests)
    {
        using var connection = Open();
        foreach (var request in requests) connection.SendRequest(request);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private LdapConnection Open()
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", _port), new NetworkCredential(Admin, Password), AuthType.Basic);
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind();
        return connection;
    }
}
