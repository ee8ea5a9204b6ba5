/**
 * Programs that fetch a link because somebody pasted it into a chat, by the names of their own: browsers inside these
 * apps name the app, and have people before them. Signal calls itself "WhatsApp/2".
 */
const linkPreview =
  /^whatsapp\/|facebookexternalhit|facebot|twitterbot|slackbot|discordbot|telegrambot|linkedinbot|skypeuripreview|embedly\/|pinterestbot|vkshare|mattermost-bot|iframely|redditbot|applebot|googlebot|bingbot/i

export const isLinkPreview = (request: Request): boolean =>
  linkPreview.test(request.headers.get('user-agent') ?? '')
