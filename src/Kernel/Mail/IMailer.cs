namespace Tupa.Kernel;

/// <summary>The way out for e-mail. A seam: SMTP where the city has given a server, nothing where it has not.</summary>
public interface IMailer
{
    /// <summary>Whether there is a way out at all. Where there is none, no page promises a mail, and none is made.</summary>
    bool IsOn { get; }

    /// <summary>Hands one mail over. Throws when the server could not be reached or refused it: the caller tries again or says so.</summary>
    Task SendAsync(Mail mail, CancellationToken stop);
}

/// <summary>One mail in plain text.</summary>
/// <param name="To">One address.</param>
/// <param name="Language">"fi", "sv" or "en": the reader's, never the request's.</param>
public sealed record Mail(string To, string Subject, string Body, string Language)
{
    /// <summary>The same for every try of the same mail, so that a reader's server can drop the second copy.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where the reader can stop such mail; null for mail about the own account.</summary>
    public string? Unsubscribe { get; init; }
}
