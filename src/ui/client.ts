import './theme/index.scss';
