using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Hands mail to the city's own server (RFC 5321), one connection a mail.</summary>
internal sealed class SmtpMailer(MailOptions options, Outbound outbound, TimeProvider clock) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool IsOn => true;

    public async Task SendAsync(Mail mail, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        using var message = Message(mail);
        outbound.Going(options.Host);
        using var server = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        if (options.User.Length > 0) server.Credentials = new NetworkCredential(options.User, options.Password);

        try
        {
            await server.SendMailAsync(message, either.Token);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time", late);
        }
    }

    private MailMessage Message(Mail mail)
    {
        var message = new MailMessage(options.From, mail.To, mail.Subject, mail.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{message.From!.Host}>");
        message.Headers.Add("Content-Language", mail.Language);

        // RFC 3834: no answering machine answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.Unsubscribe is { } way) message.Headers.Add("List-Unsubscribe", $"<{way}>");
        return message;
    }
}

/// <summary>A house without a mail server. Whoever sends without having asked is a bug, and is told so: no mail is dropped in silence.</summary>
internal sealed class NoMailer : IMailer
{
    public bool IsOn => false;

    public Task SendAsync(Mail mail, CancellationToken stop) => throw new InvalidOperationException("There is no mail server");
}
