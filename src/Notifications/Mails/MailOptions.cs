using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace Tupa.Notifications;

/// <summary>The section Tupa:Mail. Without a host no mail is sent, and nothing else changes.</summary>
public sealed class MailOptions
{
    public const string Section = "Tupa:Mail";

    /// <summary>The SMTP server; empty for none.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>STARTTLS; a server that does not offer it is then refused.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Empty for a server that asks for no sign-in.</summary>
    public string User { get; set; } = "";

    /// <summary>Also read from the file named by Tupa:Mail:Password_FILE.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>The address of this house as its people type it: links in mail begin with it.</summary>
    public string House { get; set; } = "http://127.0.0.1:5080";

    public bool IsConfigured => Host.Length > 0;

    /// <summary>Reads the section, and the password from its file.</summary>
    /// <exception cref="InvalidOperationException">A setting is impossible; the sentence says how to mend it.</exception>
    public static MailOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<MailOptions>() ?? new();
        if (configuration[$"{Section}:Password_FILE"] is { Length: > 0 } file) options.Password = File.ReadAllText(file).Trim();
        options.Check();
        return options;
    }

    /// <summary>The address of a page of this house, for a mail.</summary>
    public string Link(string path) => House.TrimEnd('/') + path;

    private void Check()
    {
        if (!IsConfigured) return;
        if (!MailAddress.TryCreate(From, out _)) throw new InvalidOperationException($"{Section}:From must be the sender's e-mail address, for example tupa@kaupunki.fi.");
        if (Port is < 1 or > 65535) throw new InvalidOperationException($"{Section}:Port must be a port, 1–65535; most servers take mail at 25 or 587.");
        if (!Uri.TryCreate(House, UriKind.Absolute, out var house) || house.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{Section}:House must be the address of this house, for example https://tupa.kaupunki.fi.");
    }
}
