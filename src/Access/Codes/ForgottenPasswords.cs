using System.Collections.Concurrent;
using System.Net.Mail;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Sends links to work e-mails, beside the request that asked: whether there was anybody to send to cannot be told from the answer.</summary>
internal sealed class ForgottenPasswords(
    IServiceScopeFactory scopes, IMailer mailer, IConfiguration configuration, TimeProvider clock, ILogger<ForgottenPasswords> log) : BackgroundService
{
    private const int MostWaiting = 200;
    private const int MostRemembered = 5_000;

    private const int MostTries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A person gets at most one such mail in this time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite },
        _ => log.LogWarning("More links for forgotten passwords are asked for than can be sent; one was turned away"));
    private readonly ConcurrentDictionary<string, DateTime> _sent = new(StringComparer.Ordinal);

    /// <summary>Whether links are sent at all: without a mail server no page offers one.</summary>
    public bool AreOffered => mailer.IsOn;

    public void Ask(string userId)
    {
        if (userId.Length is > 0 and <= Account.LongestUserId) _asked.Writer.TryWrite(userId);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var userId in _asked.Reader.ReadAllAsync(stoppingToken)) await TryAsync(userId, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes.
        }
    }

    private async Task TryAsync(string userId, CancellationToken stop)
    {
        try
        {
            await SendAsync(userId, stop);
        }
#pragma warning disable CA1031 // One mail that cannot be sent must not stop the next.
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError("A link for a forgotten password could not be sent: {Kind}", failure.GetType().Name);
        }
    }

    private async Task SendAsync(string userId, CancellationToken stop)
    {
        var folded = Account.FoldedOf(userId);
        var now = clock.UtcNow();
        if (_sent.TryGetValue(folded, out var last) && now - last < Between) return;

        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CodeActions>().MakeLinkAsync(userId, stop) is not var (secret, to)) return;

        // The address of the house is the operator's word, never the request's.
        var house = (configuration["Tupa:Mail:House"] ?? configuration["Tupa:Listen"] ?? "http://127.0.0.1:5080").TrimEnd('/');
        var body = CodeText.MailBody($"{house}/new-password?link={secret}").In(to.Language);
        await HandOverAsync(new(to.StaffEmail!, CodeText.MailSubject.In(to.Language), body, to.Language), stop);
        if (_sent.Count > MostRemembered) _sent.Clear();
        _sent[folded] = now;
    }

    /// <summary>The link is nowhere but in this mail, so it does not wait in the database: it is tried some times, and then asked for anew.</summary>
    private async Task HandOverAsync(Mail mail, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await mailer.SendAsync(mail, stop);
                return;
            }
            catch (Exception failure) when (tried < MostTries && failure is SmtpException or TimeoutException or IOException)
            {
                log.LogWarning("A link for a forgotten password was not handed over at try {Try}: {Kind}", tried, failure.GetType().Name);
                await Task.Delay(Pause, stop);
            }
        }
    }
}
